/**
 * Bodies of requests, within their bounds.
 */
@NullMarked
package io.hilum.agents.body;

import org.jspecify.annotations.NullMarked;
