/**
 * Tests of the realm on a real Keycloak.
 */
@NullMarked
package io.hilum.quickstart.part;

import org.jspecify.annotations.NullMarked;
