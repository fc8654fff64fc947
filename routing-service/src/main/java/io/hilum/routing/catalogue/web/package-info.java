/**
 * The models that a caller may use, as OpenAI lists them.
 */
@NullMarked
package io.hilum.routing.catalogue.web;

import org.jspecify.annotations.NullMarked;
