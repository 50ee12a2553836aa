package dev.hookwarden.local.tls;

import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;

/**
 * What a simulated server shows its clients.
 *
 * @param certificate the certificate, whose public key is what a pin is made of
 * @param context shows it
 */
public record LocalServer(X509Certificate certificate, SSLContext context) {}
