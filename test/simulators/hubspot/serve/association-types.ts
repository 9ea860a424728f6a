import type { ObjectName } from '../hubspot-record.ts';

type Pair = `${ObjectName} ${ObjectName}`;

/**
 * HubSpot's own types between two records: the numbers stand in @hubspot/api-client 14.0.1, enums/AssociationTypes
 * (research/hubspot.md §4.3). Of several for a pair the first is the one without a label, which "default" makes.
 */
const TYPES: Readonly<Partial<Record<Pair, readonly number[]>>> = {
  'contacts companies': [279, 1],
  'companies contacts': [280, 2],
  'deals contacts': [3],
  'contacts deals': [4],
  'deals companies': [341, 5],
  'companies deals': [342, 6],
  'contacts tickets': [15],
  'tickets contacts': [16],
  'companies tickets': [340, 25],
  'tickets companies': [339, 26],
  'deals tickets': [27],
  'tickets deals': [28],
  'communications contacts': [81],
  'contacts communications': [82],
  'communications deals': [85],
  'deals communications': [86],
  'communications companies': [87],
  'companies communications': [88],
  'contacts feedback_submissions': [97],
  'feedback_submissions contacts': [98],
  'tickets feedback_submissions': [99],
  'feedback_submissions tickets': [100],
  'companies calls': [181],
  'calls companies': [182],
  'companies emails': [185],
  'emails companies': [186],
  'companies meetings': [187],
  'meetings companies': [188],
  'companies notes': [189],
  'notes companies': [190],
  'companies tasks': [191],
  'tasks companies': [192],
  'contacts calls': [193],
  'calls contacts': [194],
  'contacts emails': [197],
  'emails contacts': [198],
  'contacts meetings': [199],
  'meetings contacts': [200],
  'contacts notes': [201],
  'notes contacts': [202],
  'contacts tasks': [203],
  'tasks contacts': [204],
  'deals calls': [205],
  'calls deals': [206],
  'deals emails': [209],
  'emails deals': [210],
  'deals meetings': [211],
  'meetings deals': [212],
  'deals notes': [213],
  'notes deals': [214],
  'deals tasks': [215],
  'tasks deals': [216],
  'tickets calls': [219],
  'calls tickets': [220],
  'tickets emails': [223],
  'emails tickets': [224],
  'tickets meetings': [225],
  'meetings tickets': [226],
  'tickets notes': [227],
  'notes tickets': [228],
  'tickets tasks': [229],
  'tasks tickets': [230],
};

/** 0 where HubSpot's client names none. */
export function defaultTypeId(from: ObjectName, to: ObjectName): number {
  return TYPES[`${from} ${to}`]?.[0] ?? 0;
}

/** What a type id leads to from here; null when it is not one of this object's. */
export function targetOf(from: ObjectName, typeId: number): ObjectName | null {
  // Object.entries widens the keys of a partial record to string.
  for (const [pair, ids] of Object.entries(TYPES) as [Pair, readonly number[]][]) {
    if (!pair.startsWith(`${from} `) || !ids.includes(typeId)) continue;
    // The keys are pairs of object names.
    return pair.slice(from.length + 1) as ObjectName;
  }
  return null;
}
