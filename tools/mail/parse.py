"""Reads an e-mail with Python's own parser and prints what it holds as JSON: python3 parse.py FILE.eml"""
import hashlib
import json
import sys
from email import policy
from email.parser import BytesParser


def plain(part):
    return part.get_content().replace("\r\n", "\n").rstrip("\n") if part else None


with open(sys.argv[1], "rb") as file:
    message = BytesParser(policy=policy.default).parse(file)

body = {kind: message.get_body(preferencelist=(kind,)) for kind in ("plain", "html")}
files = [(part, part.get_payload(decode=True)) for part in message.iter_attachments()]
print(json.dumps({
    "subject": message["Subject"],
    "to": [address.addr_spec for address in message["To"].addresses] if message["To"] else [],
    "date": message["Date"].datetime.strftime("%Y-%m-%dT%H:%M:%SZ"),
    "unsent": message["X-Unsent"],
    "structure": [part.get_content_type() for part in message.walk()],
    "text": plain(body["plain"]),
    "html": plain(body["html"]),
    "attachments": [
        {"name": part.get_filename(), "type": part.get_content_type(), "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for part, content in files
    ],
    "defects": [str(defect) for part in message.walk() for defect in [*part.defects, *(flaw for header in part.values() for flaw in header.defects)]],
}))
