import { Button, ButtonRow, Dropdown, DropdownButtonItem } from './buttons.tsx';
import { LineChart } from './charts.tsx';
import { CrmActionButton, CrmActionLink } from './crm-actions.tsx';
import { Accordion, Tab, Tabs } from './folds.tsx';
import { NumberInput, Select, Toggle } from './inputs.tsx';
import { Box, Divider, Flex, Tile } from './layout.tsx';
import { Panel, PanelBody, PanelSection } from './panels.tsx';
import { Alert, Image, Link, ProgressBar } from './signs.tsx';
import { EmptyState, ErrorState, LoadingSpinner, StepIndicator } from './states.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from './tables.tsx';
import { Heading, List, StatusTag, Tag, Text } from './text.tsx';

/** HubSpot's remote component names and our look-alikes; a card that uses another one fails loudly in the preview. */
export const KIT = {
  Accordion,
  Alert,
  Box,
  Button,
  ButtonRow,
  CrmActionButton,
  CrmActionLink,
  Divider,
  Dropdown,
  DropdownButtonItem,
  EmptyState,
  ErrorState,
  Flex,
  Heading,
  Image,
  LineChart,
  Link,
  List,
  LoadingSpinner,
  NumberInput,
  Panel,
  PanelBody,
  PanelSection,
  ProgressBar,
  Select,
  StatusTag,
  StepIndicator,
  Tab,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Tabs,
  Tag,
  Text,
  Tile,
  Toggle,
};
