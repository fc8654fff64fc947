/**
 * A provider on this machine, for tests of adapters.
 */
@NullMarked
package io.hilum.routing.provider;

import org.jspecify.annotations.NullMarked;
