/**
 * Prompt templates: one's own, the team's and the hospital's, each with versions.
 */
@NullMarked
package io.hilum.portal.template;

import org.jspecify.annotations.NullMarked;
