"""sbom.py VERSION OUT -- what an installation contains, as SPDX 2.3 in JSON: name, version and licence of each part that is bundled or
linked, with the versions of the Debian packages on this machine."""
import json
import subprocess
import sys

version, out = sys.argv[1:]
PARTS = [  # Debian's package, licence, how it is contained
    ("musl-dev", "MIT", "CONTAINS"),
    ("zlib1g-dev", "Zlib", "CONTAINS"),
    ("libtommath1", "Unlicense", "DEPENDS_ON"),
    ("libllvm22", "Apache-2.0 WITH LLVM-exception", "DEPENDS_ON"),
    ("libmlir-22", "Apache-2.0 WITH LLVM-exception", "DEPENDS_ON"),
    ("lld-22", "Apache-2.0 WITH LLVM-exception", "DEPENDS_ON"),
]


def version_of(package):
    found = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", package], capture_output=True, text=True)
    return found.stdout if found.returncode == 0 else "NOASSERTION"


def part(name, version, licence):
    return {"SPDXID": f"SPDXRef-{name}", "name": name, "versionInfo": version, "licenseDeclared": licence,
            "licenseConcluded": licence, "downloadLocation": "NOASSERTION", "copyrightText": "NOASSERTION",
            "filesAnalyzed": False}


packages = [part("cjax", version, "Apache-2.0 WITH LLVM-exception")]
packages += [part(name, version_of(name), licence) for name, licence, _ in PARTS]
relations = [{"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": "SPDXRef-cjax"}]
relations += [{"spdxElementId": "SPDXRef-cjax", "relationshipType": how, "relatedSpdxElement": f"SPDXRef-{name}"}
              for name, _, how in PARTS]
document = {"spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": f"cjax-{version}",
            "documentNamespace": f"urn:cjax:{version}",
            "creationInfo": {"created": "1970-01-01T00:00:00Z", "creators": ["Tool: sbom.py"]},
            "packages": packages, "relationships": relations}
with open(out, "w", encoding="utf-8") as f:
    json.dump(document, f, indent=1)
    f.write("\n")
