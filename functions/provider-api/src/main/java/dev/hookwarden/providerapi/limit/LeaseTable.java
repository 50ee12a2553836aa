package dev.hookwarden.providerapi.limit;

import java.util.Optional;

/** Keeps the leases of each limit, for all copies. */
@FunctionalInterface
interface LeaseTable {
    /**
     * Puts other leases in place of those that were seen, in one atomic step.
     *
     * @param limit whose leases they are
     * @param seen what was there when the next ones were made; none when nothing was
     * @return empty when it is done; else nothing is done, and this is what is there
     * @throws LeasesUnavailableException if it can't be told; it may then be done or not
     */
    Optional<Leases> replace(String limit, Leases seen, Leases next);
}
