package portico.desktop.result;

import portico.catalog.TargetHealth;

/** Health of one target of one target group. */
record TargetLine(String group, TargetHealth health) {}
