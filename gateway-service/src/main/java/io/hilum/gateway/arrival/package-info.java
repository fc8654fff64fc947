/**
 * What is known of a request before anybody asks who sent it, and what is taken from it.
 */
@NullMarked
package io.hilum.gateway.arrival;

import org.jspecify.annotations.NullMarked;
