package portico.practice.aws.data;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import portico.practice.aws.state.Certificate;

/**
 * Issues what stands for the account's certificates, under a certificate authority that belongs to
 * the account alone. Its certificate is in {@code ca.pem}, for clients to trust; its key stays in a
 * file that only the owner can read.
 */
final class Authority {
  /** The file in the account's folder that clients can trust. */
  static final String FILE = "ca.pem";

  private static final String KEY_FILE = "ca-key.pem";
  private static final String SIGNATURE = "SHA256withECDSA";

  private final X509Certificate certificate;
  private final PrivateKey key;

  private Authority(X509Certificate certificate, PrivateKey key) {
    this.certificate = certificate;
    this.key = key;
  }

  /** A certificate with its chain, and its key, both in PEM. */
  record Issued(String chain, String key) {}

  /**
   * The authority of an account; makes it if there is none yet.
   *
   * @throws IOException when its files can be neither read nor written
   */
  static Authority open(Path folder) throws IOException {
    try {
      if (Files.exists(folder.resolve(FILE)) && Files.exists(folder.resolve(KEY_FILE))) {
        return read(folder);
      }
      Authority made = make();
      writeKey(folder.resolve(KEY_FILE), pem(new JcaPKCS8Generator(made.key, null)));
      Files.writeString(folder.resolve(FILE), pem(made.certificate), StandardCharsets.US_ASCII);
      return made;
    } catch (GeneralSecurityException | OperatorCreationException broken) {
      throw new IOException("no certificates can be made: " + broken, broken);
    }
  }

  private static void writeKey(Path file, String pem) throws IOException {
    Files.deleteIfExists(file);
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, pem, StandardCharsets.US_ASCII);
  }

  private static Authority read(Path folder) throws IOException, GeneralSecurityException {
    String certificate = Files.readString(folder.resolve(FILE));
    String key = Files.readString(folder.resolve(KEY_FILE));
    try (PEMParser certificates = new PEMParser(new StringReader(certificate));
        PEMParser keys = new PEMParser(new StringReader(key))) {
      if (certificates.readObject() instanceof X509CertificateHolder holder
          && keys.readObject() instanceof PrivateKeyInfo info) {
        return new Authority(
            new JcaX509CertificateConverter().getCertificate(holder),
            new JcaPEMKeyConverter().getPrivateKey(info));
      }
    }
    throw new IOException(folder.resolve(FILE) + " or its key is damaged");
  }

  private static Authority make()
      throws GeneralSecurityException, OperatorCreationException, IOException {
    KeyPair pair = pair();
    X500Principal name = new X500Principal("CN=Portico practice authority,O=Portico practice");
    JcaX509v3CertificateBuilder builder =
        builder(name, name, pair.getPublic(), Duration.ofDays(3650));
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
    return new Authority(signed(builder, pair.getPrivate()), pair.getPrivate());
  }

  /**
   * What stands for a certificate of the account: for the same names, valid for 30 days.
   *
   * @throws IOException when it cannot be made
   */
  Issued issue(Certificate wanted) throws IOException {
    try {
      KeyPair pair = pair();
      X500Principal subject = new X500Principal("O=Portico practice");
      JcaX509v3CertificateBuilder builder =
          builder(
              certificate.getSubjectX500Principal(),
              subject,
              pair.getPublic(),
              Duration.ofDays(30));
      Set<String> names = new LinkedHashSet<>(Set.of(wanted.domain()));
      names.addAll(wanted.alternativeNames());
      GeneralName[] alternatives =
          names.stream()
              .map(each -> new GeneralName(GeneralName.dNSName, each))
              .toArray(GeneralName[]::new);
      builder.addExtension(Extension.subjectAlternativeName, true, new GeneralNames(alternatives));
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      String chain = pem(signed(builder, key)) + pem(certificate);
      return new Issued(chain, pem(new JcaPKCS8Generator(pair.getPrivate(), null)));
    } catch (GeneralSecurityException | OperatorCreationException broken) {
      throw new IOException("no certificate can be made: " + broken, broken);
    }
  }

  private static KeyPair pair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static JcaX509v3CertificateBuilder builder(
      X500Principal issuer, X500Principal subject, PublicKey of, Duration validity) {
    Instant now = Instant.now();
    return new JcaX509v3CertificateBuilder(
        issuer,
        new BigInteger(64, new SecureRandom()).add(BigInteger.ONE),
        Date.from(now.minus(Duration.ofDays(1))),
        Date.from(now.plus(validity)),
        subject,
        of);
  }

  private static X509Certificate signed(JcaX509v3CertificateBuilder builder, PrivateKey by)
      throws GeneralSecurityException, OperatorCreationException {
    return new JcaX509CertificateConverter()
        .getCertificate(builder.build(new JcaContentSignerBuilder(SIGNATURE).build(by)));
  }

  private static String pem(Object what) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(what);
    }
    return text.toString();
  }
}
