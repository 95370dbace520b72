import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    sveltekit({
      // Not into `build` itself: jobs/bootstrap.mjs moves the finished output there, so a failed build leaves the old one.
      adapter: adapter({ out: '.svelte-kit/built' }),
      files: { src: 'dashboard', assets: 'dashboard/static' },
      csp: {
        // Hashes, not nonces: pages are cached and sent to many readers.
        mode: 'hash',
        directives: {
          'default-src': ['self'],
          'img-src': ['self', 'data:'],
          // Svelte's transitions and the charts' SVG carry inline styles.
          'style-src': ['self', 'unsafe-inline'],
          'object-src': ['none'],
          'base-uri': ['self'],
          'form-action': ['self'],
          'frame-ancestors': ['none']
        }
      }
    })
  ],
  build: {
    // Inlined, a subset of the font would be fetched by everyone; and the content security policy refuses it.
    assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined)
  },
  environments: {
    ssr: {
      build: {
        rolldownOptions: {
          // Node loads these folders itself at run time (type stripping, package.json "imports"). Bundled, they would
          // exist twice in the process – once in the build, once under jobs/main.ts – and so would the open warehouse.
          external: [/^#(?:warehouse|ingest|jobs)\//]
        }
      }
    }
  }
});
