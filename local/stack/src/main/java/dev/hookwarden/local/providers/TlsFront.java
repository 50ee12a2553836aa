package dev.hookwarden.local.providers;

import java.net.URI;
import java.security.cert.X509Certificate;

/**
 * A simulated provider over HTTPS.
 *
 * @param baseUrl what stands in the place of the provider's own base address
 * @param certificate what it shows; its public key is what a pin is made of
 */
public record TlsFront(URI baseUrl, X509Certificate certificate) {}
