import { createContext, useContext } from 'react';
import type { components } from '../api/portal.generated';

export type Preferences = components['schemas']['Preferences'];

export interface PreferencesValue {
  preferences: Preferences;
  prefer(change: Preferences): void;
}

export const PreferencesContext = createContext<PreferencesValue>({ preferences: {}, prefer: () => undefined });

export function usePreferences(): PreferencesValue {
  return useContext(PreferencesContext);
}
