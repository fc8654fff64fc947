/**
 * What people say of single findings: that something is an identifier, or that it is
 * none. It is kept for a person who reviews it and changes no answer by itself.
 */
@NullMarked
package io.hilum.phi.review;

import org.jspecify.annotations.NullMarked;
