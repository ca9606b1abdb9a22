# Convoke in one image: API, worker, command line and built web application. The database, Redis and mail are elsewhere.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production MODE=production CONVOKE_BUILT=1 PORT=3000 FILES_URL=file:///var/lib/convoke/files
RUN mkdir -p /var/lib/convoke/files && chown -R node:node /var/lib/convoke
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE ./
COPY tools/convoke.mjs tools/convoke.mjs
USER node
VOLUME /var/lib/convoke
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/health/live').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/server/apps/api/src/main.js"]
