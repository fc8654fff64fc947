/**
 * Who sends a request: a person with a token or a program with a Hilum key.
 */
@NullMarked
package io.hilum.gateway.identity;

import org.jspecify.annotations.NullMarked;
