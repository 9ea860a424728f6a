import { TestEnvironment } from 'jest-environment-node';

/**
 * Jest's own, but for arrays: onnxruntime-node knows its inputs by `instanceof` of the outer realm's, of which Jest gives
 * tests others (github.com/microsoft/onnxruntime/issues/16622, 2026-11).
 */
export default class extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    Object.assign(this.global, { BigInt64Array, Float32Array });
  }
}
