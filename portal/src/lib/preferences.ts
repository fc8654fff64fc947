import { createContext, useContext } from 'react';
import type { components } from '../api/portal.generated';

export type Preferences = components['schemas']['Preferences'];

export interface PreferencesValue {
  preferences: Preferences;
  /** Ends when it is kept, or cannot be. */
  prefer(change: Preferences): Promise<void>;
}

export const PreferencesContext = createContext<PreferencesValue>({ preferences: {}, prefer: () => Promise.resolve() });

export function usePreferences(): PreferencesValue {
  return useContext(PreferencesContext);
}
