const PLACE = /\{\{\s*([\w.-]+)\s*\}\}/g;

/** The names of the places that a text has to be filled in, each once, in the order of the text. */
export function placesIn(text: string): string[] {
  return [...new Set([...text.matchAll(PLACE)].map((place) => place[1] ?? ''))];
}

/** Put values in the places of a template that have their names. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(PLACE, (place, name: string) => values[name] || place);
}
