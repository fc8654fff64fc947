/**
 * What providers over HTTP have in common: connections, deadlines, limits.
 */
@NullMarked
package io.hilum.routing.provider.http;

import org.jspecify.annotations.NullMarked;
