"""STIX: incidents from other people's tools become packs to fill in, and runs become campaigns marked as synthetic.

`bundle` reads a STIX 2.1 bundle without trusting it, `incident` sorts what it tells, `fiction` replaces real names,
`pack` writes the files, `tlp` knows who may see what, and `export` goes the other way. Only `bundle` and `export`
need the library `stix2`, which the extra `parley[stix]` brings.
"""

from sim.stix.bundle import Bundle, read_bundle
from sim.stix.export import export_run
from sim.stix.incident import Incident, incident_of
from sim.stix.pack import Imported, import_bundle

__all__ = ["Bundle", "Imported", "Incident", "export_run", "import_bundle", "incident_of", "read_bundle"]
