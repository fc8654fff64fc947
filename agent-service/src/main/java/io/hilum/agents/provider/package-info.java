/**
 * Identifiers of providers.
 */
@NullMarked
package io.hilum.agents.provider;

import org.jspecify.annotations.NullMarked;
