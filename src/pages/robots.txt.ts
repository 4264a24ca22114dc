import type { APIRoute } from 'astro';
import { fullHref } from '../site/here.ts';

export const GET: APIRoute = () => new Response(`User-agent: *\nAllow: /\n\nSitemap: ${fullHref('/sitemap-index.xml')}\n`);
