import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['@threekeys/source', 'module', 'browser', 'development|production'] },
  build: {
    target: ['chrome94', 'safari15.4', 'firefox102'],
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
