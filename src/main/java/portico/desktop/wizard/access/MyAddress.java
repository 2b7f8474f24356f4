package portico.desktop.wizard.access;

/** What is known of the address that the internet sees this machine under. */
public sealed interface MyAddress {
  record Looking() implements MyAddress {}

  /**
   * @param address an IPv4 address
   */
  record Known(String address) implements MyAddress {}

  record NotFound() implements MyAddress {}
}
