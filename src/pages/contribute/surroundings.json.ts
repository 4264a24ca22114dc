import type { APIRoute } from 'astro';
import { surroundings } from '../../contribute/questions.ts';

export const GET: APIRoute = async () => Response.json(await surroundings());
