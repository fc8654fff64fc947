/**
 * Who a service is at Entra ID.
 */
@NullMarked
package io.hilum.trust.entra;

import org.jspecify.annotations.NullMarked;
