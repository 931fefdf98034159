import { readFileSync } from 'node:fs';
import path from 'node:path';

const REQUIRED = ['OSIGU_API_URL', 'OSIGU_TOKEN_URL', 'OSIGU_ENVIRONMENT', 'SECRETS_DIR'];

/** Everything that differs between environments, from one place: addresses, secrets and database change together or not at all. */
export function settingsFrom(env) {
  const missing = REQUIRED.filter((name) => !env[name]);
  if (missing.length > 0) throw new Error(`These environment variables are not set: ${missing.join(', ')}.`);

  return {
    host: env.HOST ?? '127.0.0.1',
    port: Number(env.PORT ?? 3000),
    apiUrl: env.OSIGU_API_URL,
    tokenUrl: env.OSIGU_TOKEN_URL,
    /** `sandbox` or `production`; events of the other one are not ours. */
    environment: env.OSIGU_ENVIRONMENT,
    databaseFile: env.DATABASE_FILE ?? `clinic-${env.OSIGU_ENVIRONMENT}.db`,
    logLevel: env.LOG_LEVEL ?? 'info',
    alerts: {
      /** Where alerts are posted; without it they are only logged. */
      url: env.ALERTS_URL,
      /** The span over which failures are counted, in seconds. */
      window: Number(env.ALERT_WINDOW_SECONDS ?? 300),
      /** How long a sponsor may take for a decision, in seconds. */
      overdue: Number(env.ALERT_OVERDUE_SECONDS ?? 24 * 3600),
    },
    // Read at each use and never kept: whoever mounts the files (an agent, the platform) replaces them while we run.
    secret: (name) => readFileSync(path.join(env.SECRETS_DIR, name), 'utf8').trim(),
  };
}
