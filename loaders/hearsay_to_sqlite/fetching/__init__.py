"""What is fetched from the network: politely, from public addresses only, within limits, with a copy kept of each answer."""
