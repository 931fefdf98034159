// Logs in by AppRole and reads a secret with node-vault, and prints what it got as JSON.
import nodeVault from 'node-vault';

const vault = nodeVault({ apiVersion: 'v1', endpoint: process.env.MANAGER_URL });
const health = await vault.health();
const login = await vault.approleLogin({ role_id: process.env.ROLE_ID, secret_id: process.env.SECRET_ID });
vault.token = login.auth.client_token;
const self = await vault.tokenLookupSelf();
const current = await vault.read(`${process.env.MOUNT}/data/${process.env.VAULT_PATH}`);
const error = await vault.read(`${process.env.MOUNT}/data/nowhere`).then(() => 'none', refused => refused.response?.statusCode ?? refused.message);
console.log(JSON.stringify({ sealed: health.sealed, kind: self.data.display_name, version: current.data.metadata.version, current: current.data.data, error }));
