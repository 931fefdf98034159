// Reads a secret with AWS's own client for JavaScript, and prints what it got as JSON.
import { GetSecretValueCommand, ResourceNotFoundException, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

const client = new SecretsManagerClient({
  endpoint: process.env.MANAGER_URL,
  region: process.env.AWS_REGION,
  credentials: { accessKeyId: process.env.ACCESS_KEY, secretAccessKey: process.env.SECRET_KEY },
});
const read = input => client.send(new GetSecretValueCommand(input));
const current = await read({ SecretId: process.env.SECRET_ID });
const previous = await read({ SecretId: current.ARN, VersionStage: 'AWSPREVIOUS' });
const error = await read({ SecretId: 'readiness/other' }).then(() => 'none', refused => refused instanceof ResourceNotFoundException ? refused.message : `another: ${refused}`);
console.log(JSON.stringify({ current: JSON.parse(current.SecretString), previous: JSON.parse(previous.SecretString), stages: current.VersionStages, error }));
