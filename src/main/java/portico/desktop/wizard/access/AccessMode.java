package portico.desktop.wizard.access;

/** Who may reach the load balancer. */
public enum AccessMode {
  MY_ADDRESS,
  ANYONE,
  NETWORKS
}
