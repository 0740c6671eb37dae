/** Makes the collections and indexes that are missing. @throws ConfigInvalid; the driver's error where no server answers */
export async function makeIndexes(environment: Readonly<Record<string, string | undefined>>): Promise<void> {
  // Only who has a MongoDB waits for its driver to load.
  const { ClusterDatabases, mongoConfigFrom } = await import('@threekeys/cluster');
  const databases = ClusterDatabases.open(mongoConfigFrom(environment));
  try {
    await databases.create();
  } finally {
    await databases.close();
  }
}
