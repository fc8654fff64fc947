/**
 * How agents ask on behalf of those who asked them.
 */
@NullMarked
package io.hilum.gateway.identity.delegation;

import org.jspecify.annotations.NullMarked;
