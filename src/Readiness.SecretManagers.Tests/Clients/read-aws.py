"""Reads a secret with boto3, AWS's own client for Python, and prints what it got as JSON."""
import json
import os

import boto3

client = boto3.client(
    "secretsmanager",
    endpoint_url=os.environ["MANAGER_URL"],
    region_name=os.environ["AWS_REGION"],
    aws_access_key_id=os.environ["ACCESS_KEY"],
    aws_secret_access_key=os.environ["SECRET_KEY"],
)
current = client.get_secret_value(SecretId=os.environ["SECRET_ID"])
previous = client.get_secret_value(SecretId=current["ARN"], VersionStage="AWSPREVIOUS")
try:
    client.get_secret_value(SecretId="readiness/other")
    error = "none"
except client.exceptions.ResourceNotFoundException as refused:
    error = refused.response["Error"]["Message"]
print(json.dumps({"current": json.loads(current["SecretString"]), "previous": json.loads(previous["SecretString"]), "stages": current["VersionStages"], "error": error}))
