/** The FHIR server whose patients people open for agents, and what the page is there. */
export interface RecordSystem {
  url: string;
  clientId: string;
  scopes: string[];
}

/** What the gateway tells the page before anybody is signed in; see `SignIn` of gateway-service. */
export interface Config {
  authority: string;
  entra: boolean;
  clientId: string;
  scopes: string[];
  idleSeconds: number;
  sessionSeconds: number;
  record?: RecordSystem;
  /** Where the gateway is, if another host serves the page. */
  gateway?: string;
}

export const BASE = import.meta.env.BASE_URL;

export async function readConfig(): Promise<Config> {
  const response = await fetch(`${BASE}config.json`, { cache: 'no-store' });
  if (!response.ok) {
    throw new Error(`config.json: ${response.status}`);
  }
  return (await response.json()) as Config;
}
