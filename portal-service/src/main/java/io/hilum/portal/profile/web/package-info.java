/**
 * The HTTP surface of profiles.
 */
@NullMarked
package io.hilum.portal.profile.web;

import org.jspecify.annotations.NullMarked;
