/**
 * Tools of other servers, as far as an operator lets agents call them.
 */
@NullMarked
package io.hilum.agents.remote;

import org.jspecify.annotations.NullMarked;
