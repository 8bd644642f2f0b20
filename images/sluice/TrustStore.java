import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/**
 * Makes Java's trust store of Debian's certificate authorities: {@code java TrustStore.java BUNDLE.crt CACERTS}. The JDK
 * that the runtime was linked from may trust authorities of the machine it lives on, and the image must not.
 */
final class TrustStore {
  private TrustStore() {}

  public static void main(String[] arguments) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (var bundle = Files.newInputStream(Path.of(arguments[0]))) {
      for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(bundle)) {
        var authority = (X509Certificate) certificate;
        store.setCertificateEntry(
            authority.getSubjectX500Principal().getName() + " " + authority.getSerialNumber(), authority);
      }
    }
    // Without a password, as the JDK's own: it holds nothing secret.
    System.setProperty("keystore.pkcs12.certProtectionAlgorithm", "NONE");
    System.setProperty("keystore.pkcs12.macAlgorithm", "NONE");
    try (var file = Files.newOutputStream(Path.of(arguments[1]))) {
      store.store(file, null);
    }
    System.out.println(store.size() + " certificate authorities");
  }
}
