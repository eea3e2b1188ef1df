# Evenkeel with everything it needs, as an ordinary user. The data (embedded database, simulators) lies in the volume.
FROM node:24-bookworm-slim

ENV EVENKEEL_DATA=/var/lib/evenkeel
WORKDIR /opt/evenkeel
RUN useradd --system --create-home --uid 10001 evenkeel \
  && mkdir -p "$EVENKEEL_DATA" /var/backups/evenkeel \
  && chown evenkeel:evenkeel "$EVENKEEL_DATA" /var/backups/evenkeel /opt/evenkeel

USER evenkeel
COPY --chown=evenkeel:evenkeel package.json package-lock.json .npmrc ./
COPY --chown=evenkeel:evenkeel libraries libraries
COPY --chown=evenkeel:evenkeel tools tools
RUN node tools/ensure-dependencies.mjs && npm cache clean --force
COPY --chown=evenkeel:evenkeel . .
# Built now, so that no container builds them at its start.
RUN node_modules/.bin/node -e "import('./server/open-portals.ts').then(async ({ openPortals }) => (await openPortals(console.error)).letGo())"

VOLUME /var/lib/evenkeel
# For whoever reads it: the server listens on the loopback of the host's network (docs/operate.md).
EXPOSE 4000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node_modules/.bin/node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 4000) + '/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# The server itself, so that it gets the signals of `docker stop`.
CMD ["node_modules/.bin/node", "server/main.ts", "serve"]
