"""Compares what two parsers read of an e-mail with each other and with the run's folder: python3 compare.py FOLDER PYTHON.json NPM.json"""
import hashlib
import json
import os
import sys
import zipfile

folder = sys.argv[1]
python, npm = (json.load(open(path, encoding="utf-8")) for path in sys.argv[2:4])
faults = [f"the parsers differ in {key}" for key in npm if python[key] != npm[key]]
faults += [f"python: {defect}" for defect in python["defects"]]


def digest(name):
    with open(os.path.join(folder, name), "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


known = {"certificate.html": "text/html", "allure-report.html": "text/html", "package.zip": "application/zip"}
attached = {file["name"]: file for file in python["attachments"]}
for name, kind in known.items():
    if name not in attached:
        # Left out, or not made: the body has to say so.
        line = python["text"].split(f"\n{name}  ", 1)[-1].split("\n")[1]
        if not line.startswith("    "):
            faults.append(f"{name} is missing, and the body does not say why")
    elif (attached[name]["type"], attached[name]["sha256"]) != (kind, digest(name)):
        faults.append(f"{name} is not the file beside the e-mail")
faults += [f"{name} is attached, and nobody knows it" for name in attached if name not in known]

with zipfile.ZipFile(os.path.join(folder, "package.zip")) as package:
    seal = hashlib.sha256(package.read("seal.json")).hexdigest()
certificate = json.load(open(os.path.join(folder, "certificate.json"), encoding="utf-8"))
for name, body in (("text", python["text"]), ("html", python["html"])):
    if body.count(seal) != 2:
        faults.append(f"the {name} does not name the seal's digest")
    if certificate["number"] not in body:
        faults.append(f"the {name} does not name the certificate")
    faults += [f"the {name} does not name line {line['key']}" for line in certificate["lines"] if line["key"] not in body]
if certificate["number"] not in python["subject"]:
    faults.append("the subject does not name the certificate")
if python["unsent"] != "1":
    faults.append("it is no draft")
if python["to"] and (certificate["overall"] != "ready" or certificate["rehearsal"]):
    faults.append("a run that is not ready, or a rehearsal, has a recipient")

for fault in faults:
    print(f"{folder}: {fault}", file=sys.stderr)
print(f"{os.path.basename(folder)}: {python['subject']}; to {', '.join(python['to']) or 'nobody'}; {', '.join(attached)}; {len(faults)} faults")
sys.exit(1 if faults else 0)
