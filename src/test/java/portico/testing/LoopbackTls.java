package portico.testing;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate for names, signed by itself, and servers' TLS with it. */
public final class LoopbackTls {
  private static final char[] PASSWORD = "loopback".toCharArray();

  private final X509Certificate certificate;
  private final SSLContext context;

  public LoopbackTls(String... names) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("EC").generateKeyPair();
      certificate = selfSigned(pair, List.of(names));
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      store.setKeyEntry("server", pair.getPrivate(), PASSWORD, new Certificate[] {certificate});
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, PASSWORD);
      context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
    } catch (GeneralSecurityException | OperatorCreationException | IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static X509Certificate selfSigned(KeyPair pair, List<String> names)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    X500Principal self = new X500Principal("CN=Loopback");
    var builder =
        new JcaX509v3CertificateBuilder(
            self,
            BigInteger.ONE,
            Date.from(Instant.now().minus(Duration.ofDays(1))),
            Date.from(Instant.now().plus(Duration.ofDays(30))),
            self,
            pair.getPublic());
    GeneralName[] all =
        names.stream()
            .map(name -> new GeneralName(GeneralName.dNSName, name))
            .toArray(GeneralName[]::new);
    builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(all));
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
  }

  /** For servers. */
  public SSLContext context() {
    return context;
  }

  /** What clients have to trust, in PEM. */
  public Path authority(Path folder) throws IOException {
    StringWriter text = new StringWriter();
    try (var writer = new JcaPEMWriter(text)) {
      writer.writeObject(certificate);
    }
    return Files.writeString(folder.resolve("loopback.pem"), text.toString());
  }
}
