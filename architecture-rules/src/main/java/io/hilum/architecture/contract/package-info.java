/**
 * Holds what a service serves against the contract that it has published.
 */
@NullMarked
package io.hilum.architecture.contract;

import org.jspecify.annotations.NullMarked;
