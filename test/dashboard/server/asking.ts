/** Asks the interface of a running city in process, as the city itself unless another scope is named. */
import { expect } from 'vitest';
import type { App } from '#jobs/app.ts';
import { CITY, type Scope } from '#warehouse/scope.ts';
import { api } from '#dashboard/server/api.ts';

export interface Answer {
  moment: { day: string; publication: number; valued_at: string };
  total: number;
  page: number;
  page_size: number;
  data: Record<string, unknown>[];
}

export function asking(app: App) {
  const hono = api(
    () => app,
    (error) => {
      throw error;
    }
  );
  const ask = async (path: string, init?: RequestInit, scope: Scope = CITY): Promise<Response> =>
    hono.request(path, init, { scope });
  return {
    hono,
    ask,
    /** A list, which must be there. */
    rows: async (path: string, scope?: Scope): Promise<Answer> => {
      const response = await ask(path, {}, scope);
      expect(response.status, path).toBe(200);
      return (await response.json()) as Answer;
    },
    problem: async (path: string, init?: RequestInit, scope?: Scope) => {
      const response = await ask(path, init, scope);
      expect(response.headers.get('content-type'), path).toBe('application/problem+json');
      return { response, ...((await response.json()) as Problem) };
    }
  };
}

interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  errors?: { parameter: string; detail: string }[];
  submission?: number;
}
