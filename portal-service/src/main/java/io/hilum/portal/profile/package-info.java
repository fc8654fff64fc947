/**
 * Who a person is in the portal, and what they prefer.
 */
@NullMarked
package io.hilum.portal.profile;

import org.jspecify.annotations.NullMarked;
